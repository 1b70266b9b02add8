package vn.canhbao.scheduler.escalation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Escalation;
import vn.canhbao.core.confirmation.UnitConfirmations;
import vn.canhbao.core.recipient.Unit;

/**
 * What the head of units is told: how many of how many have not answered, never who.
 *
 * @param head the unit whose head it is; those units without a head below it are counted with it
 */
record HeadNotice(Unit head, long missing, long unreachable, long people) {

    /** One for each head whose people have not all answered. */
    static List<HeadNotice> of(List<UnitConfirmations> units, Map<Long, Unit> tree) {
        Map<Long, List<UnitConfirmations>> byHead = new LinkedHashMap<>();
        for (UnitConfirmations unit : units) {
            headed(unit.unitId(), tree)
                    .ifPresent(head -> byHead.computeIfAbsent(head.id(), id -> new ArrayList<>())
                            .add(unit));
        }
        return byHead.entrySet().stream()
                .map(entry -> sum(tree.get(entry.getKey()), entry.getValue()))
                .filter(notice -> notice.missing() > 0)
                .toList();
    }

    /** The nearest unit with a head's number, from the unit itself upwards. */
    private static Optional<Unit> headed(Long unitId, Map<Long, Unit> tree) {
        Unit unit = unitId == null ? null : tree.get(unitId);
        while (unit != null && unit.headMsisdn() == null) {
            unit = unit.parentId() == null ? null : tree.get(unit.parentId());
        }
        return Optional.ofNullable(unit);
    }

    private static HeadNotice sum(Unit head, List<UnitConfirmations> units) {
        return new HeadNotice(
                head,
                units.stream().mapToLong(unit -> unit.counts().missing()).sum(),
                units.stream().mapToLong(unit -> unit.counts().unreachable()).sum(),
                units.stream().mapToLong(unit -> unit.counts().people()).sum());
    }

    String text(Campaign campaign, Escalation escalation) {
        return "“%s”: %d trên %d người của %s chưa xác nhận%s%s. Đề nghị đôn đốc trực tiếp; danh sách có trên hệ thống."
                .formatted(
                        campaign.name(),
                        missing,
                        people,
                        head.name(),
                        escalation.reminders() == 0 ? "" : " sau " + escalation.reminders() + " lần nhắc",
                        unreachable == 0 ? "" : " (" + unreachable + " người không gửi tới được)");
    }
}
