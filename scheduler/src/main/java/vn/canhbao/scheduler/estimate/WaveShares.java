package vn.canhbao.scheduler.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;
import vn.canhbao.core.campaign.Narrowing;
import vn.canhbao.core.campaign.Wave;

/**
 * Which waves of a campaign address whom, as far as that is known before any of them is sent: who was "not addressed yet"
 * follows from the waves before; who was "not reached" or "has not acknowledged" can be anybody whom they addressed.
 */
final class WaveShares {

    /** The campaign itself in a narrowing of its waves. */
    private static final long THIS = 0;

    private final AudienceMembers members;
    private final List<Share> shares;

    /**
     * A wave.
     *
     * @param fixed {@code null} for the whole audience
     */
    private record Share(
            Wave wave, Audience fixed, boolean onlyAddressed, boolean onlyOthers, boolean dependsOnOutcome) {

        static Share of(Wave wave, Audience whole) {
            Narrowing narrowing = wave.narrowing();
            Narrowing fixed = new Narrowing(
                    narrowing.unitIds(),
                    narrowing.areas(),
                    narrowing.kinds(),
                    narrowing.operators(),
                    narrowing.tags(),
                    others(narrowing.addressedBy(), wave),
                    others(narrowing.notAddressedBy(), wave),
                    others(narrowing.notReachedBy(), wave),
                    others(narrowing.notAcknowledgedBy(), wave));
            return new Share(
                    wave,
                    fixed.isEmpty() ? null : whole.narrowedBy(fixed),
                    names(narrowing.addressedBy(), wave),
                    names(narrowing.notAddressedBy(), wave),
                    names(narrowing.notReachedBy(), wave) || names(narrowing.notAcknowledgedBy(), wave));
        }

        private static List<Long> others(List<Long> campaigns, Wave wave) {
            return campaigns.stream()
                    .filter(id -> id != THIS && id != wave.campaignId())
                    .toList();
        }

        private static boolean names(List<Long> campaigns, Wave wave) {
            return campaigns.contains(THIS) || campaigns.contains(wave.campaignId());
        }
    }

    WaveShares(AudienceMembers members, Audience whole, List<Wave> waves) {
        this.members = members;
        // A firing is one time of a recurring wave, which stands for all of them.
        shares = waves.stream()
                .filter(wave -> wave.firingOf() == null)
                .map(wave -> Share.of(wave, whole))
                .toList();
    }

    /**
     * The waves that address a person, by position.
     *
     * @param perhaps those that depend on what becomes of the messages before
     */
    record Of(List<Integer> surely, List<Integer> perhaps) {}

    /** For each of them, in their order. */
    List<Of> among(List<Member> block) {
        Map<Share, Set<Long>> fixed = new HashMap<>();
        for (Share share : shares) {
            if (share.fixed() != null && !block.isEmpty()) {
                fixed.put(
                        share,
                        new HashSet<>(members.among(
                                share.fixed(),
                                block.stream().map(Member::recipientId).toList())));
            }
        }
        return block.stream().map(member -> of(member.recipientId(), fixed)).toList();
    }

    private Of of(long recipient, Map<Share, Set<Long>> fixed) {
        List<Integer> surely = new ArrayList<>();
        List<Integer> perhaps = new ArrayList<>();
        for (Share share : shares) {
            boolean addressed = !surely.isEmpty();
            boolean meant = (share.fixed() == null || fixed.get(share).contains(recipient))
                    && !(share.onlyAddressed() && !addressed)
                    && !(share.onlyOthers() && addressed);
            if (meant) {
                (share.dependsOnOutcome() && addressed ? perhaps : surely)
                        .add(share.wave().position());
            }
        }
        return new Of(surely, perhaps);
    }
}
