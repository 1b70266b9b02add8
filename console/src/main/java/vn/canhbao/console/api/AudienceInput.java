package vn.canhbao.console.api;

import java.util.List;
import vn.canhbao.core.campaign.AudienceDefinition;
import vn.canhbao.core.campaign.Narrowing;

/** Whom an audience means: {@code {"unitIds":[3],"narrowing":{"kinds":["STAFF"]}}}, {@code {"everybody":true}}. */
record AudienceInput(Boolean everybody, List<Long> recipientListIds, List<Long> unitIds, Narrowing narrowing) {

    AudienceDefinition definition() {
        return new AudienceDefinition(Boolean.TRUE.equals(everybody), recipientListIds, unitIds, narrowing);
    }

    /** The same with a name, to be saved. */
    record Named(String name, Boolean everybody, List<Long> recipientListIds, List<Long> unitIds, Narrowing narrowing) {

        AudienceDefinition definition() {
            return new AudienceInput(everybody, recipientListIds, unitIds, narrowing).definition();
        }
    }
}
