package vn.canhbao.core.message;

/**
 * A campaign's figures for one operator (by override and prefix, not by the network that delivered).
 *
 * @param meanSecondsToReceipt from submit_sm_resp to the final receipt of delivered messages; {@code null} without any
 * @param p95SecondsToReceipt 95 of 100 delivered messages had their receipt by then
 */
public record OperatorTally(
        String operatorCode, Tallies tallies, Double meanSecondsToReceipt, Double p95SecondsToReceipt) {}
