package vn.canhbao.scheduler.prepare;

import java.util.List;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;

/** Goes through an audience as the prepare job does, but writes nothing. */
@Component
public class AudienceWalk {

    private static final int ONE_BY_ONE = 20;

    private final AudienceMembers members;

    AudienceWalk(AudienceMembers members) {
        this.members = members;
    }

    /** The members in the order of their ids. */
    public static final class Place {

        private final AudienceReader reader;

        private Place(AudienceReader reader) {
            this.reader = reader;
            reader.open(new ExecutionContext());
        }

        /** The next one, or {@code null} at the end. */
        public Member next() {
            return reader.read();
        }
    }

    public Place from(Audience audience, long after, int pageSize) {
        return new Place(new AudienceReader(audience, members, new IdRange(after, members.highestId()), pageSize));
    }

    /** The member with the lowest id over this one. */
    public Optional<Member> following(Audience audience, long after) {
        return Optional.ofNullable(from(audience, after, ONE_BY_ONE).next());
    }

    /** The member with this id; empty where the recipient is not in the audience. */
    public Optional<Member> member(Audience audience, long recipientId) {
        List<Member> found = members.page(audience, recipientId - 1, recipientId, 1);
        return found.stream().findFirst();
    }
}
