package vn.canhbao.core.recipient;

/**
 * A unit.
 *
 * @param parentId {@code null} at the top
 * @param headName who answers for it, or {@code null}
 * @param headMsisdn that person's number, or {@code null}
 */
public record Unit(long id, String name, UnitKind kind, Long parentId, String headName, String headMsisdn) {}
