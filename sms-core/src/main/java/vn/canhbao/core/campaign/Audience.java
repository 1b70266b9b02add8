package vn.canhbao.core.campaign;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a campaign addresses, each number once: the members of lists, of units (with the units below them) and of the parts
 * together, or, for a correction, those who may have received another campaign; of these, those whom every narrowing
 * leaves.
 *
 * @param parts definitions, each narrowed by itself
 * @param receivedCampaign {@code null} except for a correction, which has no lists, units and parts
 * @param chosenFor the wave for which each person was chosen by itself, or {@code null}; such an audience has nothing else
 */
public record Audience(
        List<Long> recipientListIds,
        List<Long> unitIds,
        List<AudiencePart> parts,
        List<Narrowing> narrowings,
        Long receivedCampaign,
        Long chosenFor) {

    public Audience {
        recipientListIds = List.copyOf(recipientListIds);
        unitIds = List.copyOf(unitIds);
        parts = List.copyOf(parts);
        narrowings = List.copyOf(narrowings);
    }

    public Audience(List<Long> recipientListIds, List<Long> unitIds) {
        this(recipientListIds, unitIds, List.of());
    }

    public Audience(List<Long> recipientListIds, List<Long> unitIds, List<AudiencePart> parts) {
        this(recipientListIds, unitIds, parts, List.of(), null, null);
    }

    /** Everybody whose message in the campaign was taken by an SMSC, or may have been. */
    public static Audience whoMayHaveReceived(long campaign) {
        return new Audience(List.of(), List.of(), List.of(), List.of(), campaign, null);
    }

    /** The people who were chosen, one by one, when the wave was ordered. */
    static Audience chosenFor(long wave) {
        return new Audience(List.of(), List.of(), List.of(), List.of(), null, wave);
    }

    /** Of this audience, those whom the narrowing means. */
    public Audience narrowedBy(Narrowing narrowing) {
        return narrowing.isEmpty()
                ? this
                : new Audience(
                        recipientListIds,
                        unitIds,
                        parts,
                        Stream.concat(narrowings.stream(), Stream.of(narrowing)).toList(),
                        receivedCampaign,
                        chosenFor);
    }

    /** The same with "this campaign" by its id. */
    public Audience forCampaign(long id) {
        return new Audience(
                recipientListIds,
                unitIds,
                parts.stream().map(part -> part.forCampaign(id)).toList(),
                narrowings.stream().map(narrowing -> narrowing.forCampaign(id)).toList(),
                receivedCampaign,
                chosenFor);
    }
}
