package vn.canhbao.scheduler.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitTree;
import vn.canhbao.core.recipient.Units;

/** Puts units where a file says that they are, each once an execution, in the transaction of the first row that says so. */
final class UnitPlacement {

    private final Units units;
    private final UnitTree tree;
    private final UnitDesk desk;
    private final String actor;
    private final Map<String, String> placed = new HashMap<>();

    UnitPlacement(Units units, UnitTree tree, UnitDesk desk, String actor) {
        this.units = units;
        this.tree = tree;
        this.desk = desk;
        this.actor = actor;
    }

    /** Places the units of a path from the top; {@link WrongCell} where the tree that is there has one above the other. */
    void place(List<String> path) throws WrongCell {
        for (int at = 1; at < path.size(); at++) {
            String parent = path.get(at - 1);
            String unit = path.get(at);
            if (!parent.equals(placed.get(unit))) {
                place(unit, parent);
                placed.put(unit, parent);
            }
        }
    }

    private void place(String unit, String parent) throws WrongCell {
        Map<String, Long> ids = units.findOrCreate(List.of(unit, parent));
        long id = ids.get(unit);
        long parentId = ids.get(parent);
        if (Objects.equals(desk.get(id).parentId(), parentId)) {
            return;
        }
        // Asked here: an exception out of the desk would roll back the whole chunk.
        if (tree.withSubUnits(List.of(id)).contains(parentId)) {
            throw UnitsOfFile.cyclic(unit, parent);
        }
        desk.move(id, parentId, actor);
    }
}
