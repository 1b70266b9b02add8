package vn.canhbao.gateway.smpp.simulator;

import org.jsmpp.SMPPConstant;

/**
 * What an ill-mannered operator does to one submit_sm whatever its number.
 *
 * @param refusal command_status; 0: none
 * @param nacked by generic_nack
 * @param answered whether a submit_sm_resp comes
 * @param taken whether the SMSC takes it
 * @param lateNanos how much later the answer comes
 */
record Whim(
        int refusal,
        boolean nacked,
        boolean answered,
        boolean taken,
        long lateNanos,
        boolean receiptFirst,
        boolean emptyId,
        boolean repeatedId) {

    static final Whim NONE = new Whim(0, false, true, true, 0, false, false, false);
    static final Whim TAKEN_IN_SILENCE = new Whim(0, false, false, true, 0, false, false, false);
    static final Whim THROTTLED = refused(SMPPConstant.STAT_ESME_RTHROTTLED);

    /** @param ordinal how many submit_sm the account has had, this one included */
    static Whim of(long ordinal, long seed, AnswerManners manners) {
        if (manners.areGood()) {
            return NONE;
        }
        if (ordinal <= manners.refuseFirst()) {
            return refused(Integer.decode(manners.refuseFirstWith()));
        }
        long hash = (ordinal ^ seed) * 0x100000001B3L;
        int refusal = Chance.pick(manners.refused(), Chance.point(hash, 1), "0", Integer::decode);
        if (refusal != 0) {
            return refused(refusal);
        }
        double point = Chance.point(hash, 2);
        if ((point -= manners.throttled()) < 0) {
            return THROTTLED;
        }
        if ((point -= manners.nacked()) < 0) {
            return new Whim(SMPPConstant.STAT_ESME_RSYSERR, true, true, false, 0, false, false, false);
        }
        if ((point -= manners.lost()) < 0) {
            boolean taken = Chance.point(hash, 3) < manners.lostTaken();
            return new Whim(0, false, false, taken, 0, false, false, false);
        }
        long late = point - manners.late() < 0 ? manners.lateBy().toNanos() : 0;
        return new Whim(
                0,
                false,
                true,
                true,
                late,
                Chance.point(hash, 4) < manners.receiptFirst(),
                Chance.point(hash, 5) < manners.emptyId(),
                Chance.point(hash, 6) < manners.repeatedId());
    }

    private static Whim refused(int status) {
        return new Whim(status, false, true, false, 0, false, false, false);
    }
}
