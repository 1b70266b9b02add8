package vn.canhbao.core.fault;

/** How many people a campaign did not reach for one reason, each counted once. */
public record FaultCount(Fault fault, long people) {}
