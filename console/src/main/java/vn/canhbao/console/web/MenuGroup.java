package vn.canhbao.console.web;

import java.util.List;
import java.util.function.Predicate;

/**
 * A part of the navigation: one heading and what lies under it.
 *
 * @param key of the heading in the message files
 * @param entries in the order in which they are shown
 */
record MenuGroup(String key, List<Entry> entries) {

    /** The whole navigation; who may not open a page does not see its entry. */
    private static final List<MenuGroup> ALL = List.of(
            of("menu.warnings", new Entry("nav.campaigns", "/campaigns"), new Entry("nav.templates", "/templates")),
            of(
                    "menu.people",
                    new Entry("nav.recipients", "/recipients"),
                    new Entry("nav.lists", "/recipient-lists"),
                    new Entry("nav.units", "/units"),
                    new Entry("nav.myUnit", "/my-unit"),
                    new Entry("nav.laggingUnits", "/lagging-units"),
                    new Entry("nav.audiences", "/audiences"),
                    new Entry("nav.suppressions", "/suppressions")),
            of("nav.inbound", new Entry("nav.inbound", "/inbound")),
            of(
                    "menu.reports",
                    new Entry("nav.statistics", "/statistics"),
                    new Entry("nav.reports", "/reports"),
                    new Entry("reportRun.all", "/report-runs"),
                    new Entry("broadcast.all", "/broadcasts"),
                    new Entry("reportSchedule.title", "/report-schedules")),
            of("nav.links", new Entry("nav.links", "/links")),
            of(
                    "menu.settings",
                    new Entry("nav.settings", "/settings"),
                    new Entry("nav.limits", "/limits"),
                    new Entry("nav.holidays", "/holidays"),
                    new Entry("nav.channels", "/channels"),
                    new Entry("nav.registrations", "/registrations"),
                    new Entry("nav.operators", "/operators"),
                    new Entry("nav.tariffs", "/tariffs"),
                    new Entry("nav.accounts", "/accounts"),
                    new Entry("nav.audit", "/audit"),
                    new Entry("nav.retention", "/retention"),
                    new Entry("nav.dataRequests", "/data-requests")));

    /** A link. */
    record Entry(String key, String path) {

        /** Whether a page belongs to it: itself, or what lies under it. */
        public boolean holds(String page) {
            return page.equals(path) || page.startsWith(path + "/");
        }
    }

    private static MenuGroup of(String key, Entry... entries) {
        return new MenuGroup(key, List.of(entries));
    }

    /** What somebody sees of it, without empty groups. */
    static List<MenuGroup> seenBy(Predicate<String> sees) {
        return ALL.stream()
                .map(group -> new MenuGroup(
                        group.key(),
                        group.entries().stream()
                                .filter(entry -> sees.test(entry.path()))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Whether the group is but one link. */
    public boolean single() {
        return entries.size() == 1;
    }

    public boolean holds(String page) {
        return entries.stream().anyMatch(entry -> entry.holds(page));
    }
}
