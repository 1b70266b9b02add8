package vn.canhbao.core.recipient;

/**
 * A unit in its place in the tree.
 *
 * @param depth 0 at the top
 * @param people of the unit itself
 * @param peopleBelow of the unit and all below it
 */
public record UnitNode(Unit unit, int depth, long people, long peopleBelow) {}
