package vn.canhbao.scheduler.estimate;

/** How far the estimate of a campaign is. */
public sealed interface EstimateState {

    record Ready(CampaignEstimate estimate) implements EstimateState {}

    /** Being counted beside: so many recipients of how many; {@code of} 0: their number is not known yet. */
    record Counting(long counted, long of) implements EstimateState {}

    /** The reason is in the log; it is tried again when it is asked for anew. */
    record Failed() implements EstimateState {}
}
