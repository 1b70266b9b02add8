/**
 * Links under control while they run: {@code LinkControl} takes people's orders, {@code LeaseKeeper} agrees with the
 * other nodes on who holds which bind, and {@code LinkFollower} makes a link run as ordered and leased.
 */
package vn.canhbao.gateway.control;
