package vn.canhbao.scheduler.prepare;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;

/**
 * Reads the members of an audience within a range of ids, in their order; its place, kept with each chunk, is the last id
 * read. It asks for windows of ids about as wide as a page of members takes: the database then gathers an audience of
 * several sources for that window alone, instead of for all that follows, page after page.
 */
class AudienceReader implements ItemStreamReader<Member> {

    private static final String PLACE = "lastRecipientId";
    private static final int WIDER = 4;

    private final Audience audience;
    private final AudienceMembers members;
    private final IdRange range;
    private final int pageSize;
    private final Queue<Member> page = new ArrayDeque<>();
    private long window;
    private long readTo;
    private long askedTo;

    AudienceReader(Audience audience, AudienceMembers members, IdRange range, int pageSize) {
        this.audience = audience;
        this.members = members;
        this.range = range;
        this.pageSize = pageSize;
    }

    @Override
    public void open(ExecutionContext context) {
        readTo = context.getLong(PLACE, range.after());
        askedTo = readTo;
        window = pageSize;
    }

    @Override
    public Member read() {
        while (page.isEmpty() && askedTo < range.upTo()) {
            ask();
        }
        Member member = page.poll();
        if (member != null) {
            readTo = member.recipientId();
        }
        return member;
    }

    private void ask() {
        long to = Math.min(range.upTo(), askedTo + window);
        List<Member> found = members.page(audience, askedTo, to, pageSize);
        page.addAll(found);
        if (found.size() == pageSize) {
            long last = found.getLast().recipientId();
            window = last - askedTo;
            askedTo = last;
        } else {
            window = found.size() < pageSize / 2 ? window * WIDER : window;
            askedTo = to;
        }
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(PLACE, readTo);
    }
}
