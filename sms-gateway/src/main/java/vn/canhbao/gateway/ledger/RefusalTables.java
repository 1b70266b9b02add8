package vn.canhbao.gateway.ledger;

import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.CampaignStop;
import vn.canhbao.core.message.DelayedMessages;
import vn.canhbao.core.message.Refusals;
import vn.canhbao.core.operator.Operators;

/** What refusals are written to. */
@Component
public record RefusalTables(Refusals refusals, DelayedMessages delayed, CampaignStop stop, Operators operators) {}
