package vn.canhbao.gateway.link;

/** How a link stands. */
public enum BindState {
    /** At least one bind is up: it sends and receives. */
    BOUND,
    /** No bind is up; the next attempt is on its way or waits. */
    BINDING,
    /** Another node holds the link's binds; this one takes over when that one can't. */
    STANDBY,
    /** Stopped by a person or at shutdown. */
    STOPPED,
    /** The breaker is open: trying again would only make it worse. A person repairs what is wrong and restarts the link. */
    TRIPPED
}
