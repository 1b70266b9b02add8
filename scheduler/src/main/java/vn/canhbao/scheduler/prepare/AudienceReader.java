package vn.canhbao.scheduler.prepare;

import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import vn.canhbao.core.campaign.Audience;
import vn.canhbao.core.campaign.AudienceMembers;
import vn.canhbao.core.campaign.AudienceMembers.Member;

/** Reads an audience in the order of recipient ids; its place, kept with each chunk, is the last id read. */
class AudienceReader implements ItemStreamReader<Member> {

    private static final String PLACE = "lastRecipientId";

    private final Audience audience;
    private final AudienceMembers members;
    private final int pageSize;
    private final Queue<Member> page = new ArrayDeque<>();
    private long readTo;
    private long fetchedTo;

    AudienceReader(Audience audience, AudienceMembers members, int pageSize) {
        this.audience = audience;
        this.members = members;
        this.pageSize = pageSize;
    }

    @Override
    public void open(ExecutionContext context) {
        readTo = context.getLong(PLACE, 0);
        fetchedTo = readTo;
    }

    @Override
    public Member read() {
        if (page.isEmpty()) {
            page.addAll(members.page(audience, fetchedTo, pageSize));
            if (page.isEmpty()) {
                return null;
            }
            fetchedTo = page.stream().mapToLong(Member::recipientId).max().orElseThrow();
        }
        Member member = page.remove();
        readTo = member.recipientId();
        return member;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(PLACE, readTo);
    }
}
