package vn.canhbao.console.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.canhbao.core.problem.NotFound;
import vn.canhbao.core.recipient.Unit;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitTree;

/**
 * Whose people somebody sees by unit: who may see every message sees every unit, a head their own and those below it. What
 * is not theirs does not exist for them.
 */
@Component
public class UnitScope {

    private static final Set<Role> SEE_EVERY_UNIT = Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN);

    private final Accounts accounts;
    private final UnitDesk units;
    private final UnitTree tree;

    UnitScope(Accounts accounts, UnitDesk units, UnitTree tree) {
        this.accounts = accounts;
        this.units = units;
        this.tree = tree;
    }

    /** The unit that somebody heads; empty: none yet. */
    public Optional<Unit> headedBy(Authentication person) {
        return Role.of(person).contains(Role.UNIT_HEAD)
                ? accounts.find(person.getName()).map(Account::unitId).map(units::get)
                : Optional.empty();
    }

    /** The unit with those below it, or {@link NotFound}, also where it is another head's. */
    public List<Long> seen(long unitId, Authentication person) {
        List<Long> within = tree.withSubUnits(List.of(unitId));
        boolean every = Role.of(person).stream().anyMatch(SEE_EVERY_UNIT::contains);
        if (within.isEmpty() || !every && !heads(unitId, person)) {
            throw new NotFound("Không có đơn vị số " + unitId + " trong phạm vi của bạn (no unit " + unitId
                    + " that you may see)");
        }
        return within;
    }

    /** Whether somebody heads the unit or one above it. */
    public boolean heads(long unitId, Authentication person) {
        return headedBy(person)
                .filter(own -> tree.withSubUnits(List.of(own.id())).contains(unitId))
                .isPresent();
    }
}
