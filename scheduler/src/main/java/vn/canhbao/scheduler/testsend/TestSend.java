package vn.canhbao.scheduler.testsend;

import java.time.Instant;
import java.util.List;
import vn.canhbao.core.message.MessageView;

/** One test send of a campaign, with what became of its messages; none of them is in the campaign's figures. */
public record TestSend(long id, String sentBy, Instant sentAt, List<MessageView> messages) {}
