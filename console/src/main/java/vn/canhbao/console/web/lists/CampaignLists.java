package vn.canhbao.console.web.lists;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.console.api.BroadcastReader;
import vn.canhbao.console.api.BroadcastView;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;
import vn.canhbao.templates.library.Template;
import vn.canhbao.templates.library.Templates;
import vn.canhbao.templates.library.Topics;
import vn.canhbao.templates.library.VersionStatus;

/** What is sent: campaigns, the templates of their texts, operators' broadcasts. */
@Component
class CampaignLists {

    private final Campaigns campaigns;
    private final Templates templates;
    private final Topics topics;
    private final BroadcastReader broadcasts;
    private final PageWords words;

    CampaignLists(
            Campaigns campaigns, Templates templates, Topics topics, BroadcastReader broadcasts, PageWords words) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.topics = topics;
        this.broadcasts = broadcasts;
        this.words = words;
    }

    ListFile campaigns() {
        List<Column<Campaign>> columns = List.of(
                words.column("campaign.id", 8, campaign -> Math.toIntExact(campaign.id())),
                words.column("campaign.name", 40, Campaign::name),
                words.column("campaign.exercise", 10, one -> mark(one.handling().exercise(), "campaign.exercise")),
                words.column("campaign.urgent", 8, one -> mark(one.handling().urgent(), "campaign.urgent")),
                words.column("campaign.class", 14, one -> words.of("class", one.messageClass())),
                words.column("campaign.status", 14, one -> words.of("status", one.status())),
                words.column("campaign.author", 16, Campaign::createdBy),
                words.column("campaign.created", 20, Campaign::createdAt),
                words.column("campaign.finished", 20, Campaign::finishedAt));
        return ListFile.of(
                "campaigns",
                new PagedTable<>(
                        words.of("nav.campaigns"),
                        columns,
                        (last, limit) -> campaigns.page(last == null ? null : last.id(), limit)));
    }

    private String mark(boolean is, String key) {
        return is ? words.of(key) : null;
    }

    ListFile templates(String q, String topic, VersionStatus status) {
        List<Column<Template>> columns = List.of(
                words.column("template.code", 18, Template::code),
                words.column("template.name", 44, Template::name),
                words.column(
                        "template.topic", 30, one -> topics.nameOf(one.topic()).orElse(null)),
                words.column("campaign.class", 14, one -> words.of("class", one.messageClass())),
                words.column("template.latest", 10, Template::latestVersion),
                words.column("campaign.status", 14, one -> words.of("version", one.latestStatus())),
                words.column("template.inUse", 10, Template::approvedVersion));
        return ListFile.of(
                        "templates",
                        new PagedTable<>(
                                words.of("nav.templates"),
                                columns,
                                (last, limit) -> templates.page(
                                        q,
                                        topic.isEmpty() ? null : topic,
                                        status,
                                        last == null ? "" : last.code(),
                                        limit)))
                .by("q", q)
                .by("topic", topic)
                .by("status", status);
    }

    ListFile broadcasts() {
        List<Column<BroadcastView>> columns = List.of(
                words.column("broadcast.topic", 30, BroadcastView::topic),
                words.column("tally.operator", 16, BroadcastView::operatorName),
                words.column("broadcast.area", 30, BroadcastView::area),
                words.column("broadcast.startsAt", 20, CampaignLists::from),
                words.column("campaign.status", 20, one -> words.of("broadcast." + one.status())),
                words.column(
                        "broadcast.sent",
                        14,
                        one -> one.total() == null ? null : one.total().sent()),
                words.column(
                        "broadcast.delivered",
                        14,
                        one -> one.total() == null ? null : one.total().delivered()));
        return ListFile.of(
                "broadcasts",
                new PagedTable<>(
                        words.of("broadcast.all"),
                        columns,
                        (last, limit) -> broadcasts.page(last == null ? null : last.id(), limit)));
    }

    private static Instant from(BroadcastView broadcast) {
        OffsetDateTime from = broadcast.sentOn() == null ? broadcast.startsAt() : broadcast.sentOn();
        return from.toInstant();
    }
}
