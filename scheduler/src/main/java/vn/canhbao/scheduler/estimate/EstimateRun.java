package vn.canhbao.scheduler.estimate;

import java.util.concurrent.CompletableFuture;

/** An estimate being counted. */
final class EstimateRun {

    private final CompletableFuture<CampaignEstimate> result = new CompletableFuture<>();
    private volatile long counted;
    private volatile long recipients;

    CompletableFuture<CampaignEstimate> result() {
        return result;
    }

    long counted() {
        return counted;
    }

    long recipients() {
        return recipients;
    }

    void reached(long counted, long recipients) {
        this.counted = counted;
        this.recipients = recipients;
    }
}
