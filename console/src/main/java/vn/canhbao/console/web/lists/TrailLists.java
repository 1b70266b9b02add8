package vn.canhbao.console.web.lists;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.core.audit.AuditEntry;
import vn.canhbao.core.audit.AuditSearch;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.inbound.InboundMessage;
import vn.canhbao.core.inbound.InboundMessages;
import vn.canhbao.report.table.PagedTable;
import vn.canhbao.report.table.PagedTable.Column;

/** What happened: messages that came in, and what people and the system did. */
@Component
class TrailLists {

    private final InboundMessages inbound;
    private final AuditTrail trail;
    private final PageWords words;

    TrailLists(InboundMessages inbound, AuditTrail trail, PageWords words) {
        this.inbound = inbound;
        this.trail = trail;
        this.words = words;
    }

    ListFile inbound(MaskedMsisdn numbers) {
        List<Column<InboundMessage>> columns = List.of(
                words.column("inbound.at", 20, InboundMessage::receivedAt),
                words.column("inbound.from", 14, one -> numbers.show(one.sourceAddr())),
                words.column("inbound.to", 12, InboundMessage::destAddr),
                words.column("inbound.text", 60, one -> numbers.showIn(one.text())),
                words.column("inbound.missing", 24, this::missing),
                words.column("inbound.done", 34, one -> words.of("inbound", one.action())),
                words.column("inbound.link", 12, InboundMessage::link));
        return ListFile.of(
                "inbound",
                new PagedTable<>(
                        words.of("nav.inbound"),
                        columns,
                        (last, limit) -> inbound.newest(last == null ? null : last.id(), limit)));
    }

    private String missing(InboundMessage message) {
        return message.complete() ? null : words.of("inbound.incomplete", message.segments(), message.total());
    }

    ListFile audit(AuditQuery query, MaskedMsisdn numbers) {
        AuditSearch search = query.search();
        List<Column<AuditEntry>> columns = List.of(
                words.column("audit.at", 20, AuditEntry::at),
                words.column("audit.actor", 16, AuditEntry::actor),
                words.column("audit.action", 30, AuditEntry::action),
                words.column("audit.subject", 26, one -> numbers.showIn(one.subject())),
                words.column("audit.detail", 60, one -> numbers.showIn(one.detail())));
        return ListFile.of(
                        "audit",
                        new PagedTable<>(
                                words.of("nav.audit"),
                                columns,
                                (last, limit) -> trail.search(search, last == null ? null : last.id(), limit)))
                .by("actor", search.actor())
                .by("action", search.action())
                .by("subject", search.subject())
                .by("from", query.from())
                .by("to", query.to());
    }
}
