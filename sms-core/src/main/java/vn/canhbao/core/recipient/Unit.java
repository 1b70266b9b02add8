package vn.canhbao.core.recipient;

/** A unit; {@code parentId} is {@code null} at the top. */
public record Unit(long id, String name, UnitKind kind, Long parentId) {}
