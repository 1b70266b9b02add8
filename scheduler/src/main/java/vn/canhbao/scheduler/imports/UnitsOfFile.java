package vn.canhbao.scheduler.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which unit is below which by the rows so far: the first row that says so counts, and no row may close a loop. */
final class UnitsOfFile {

    private final Map<String, String> parents = new HashMap<>();

    /** Takes a row's units, from the top; a row that contradicts earlier ones leaves nothing behind. */
    void add(List<String> path) throws WrongCell {
        for (int at = 1; at < path.size(); at++) {
            check(path.get(at), path.get(at - 1));
        }
        for (int at = 1; at < path.size(); at++) {
            parents.put(path.get(at), path.get(at - 1));
        }
    }

    private void check(String unit, String parent) throws WrongCell {
        String before = parents.get(unit);
        if (before != null && !before.equals(parent)) {
            throw new WrongCell(
                    RecipientColumn.PARENT_UNIT,
                    parent,
                    "“" + unit + "” đã trực thuộc “" + before
                            + "” ở dòng trên; hãy ghi một đơn vị cấp trên (this unit is below " + before
                            + " in an earlier row: name one parent)");
        }
        for (String above = parent; above != null; above = parents.get(above)) {
            if (above.equals(unit)) {
                throw cyclic(unit, parent);
            }
        }
    }

    static WrongCell cyclic(String unit, String parent) {
        return new WrongCell(
                RecipientColumn.PARENT_UNIT,
                parent,
                "“" + unit + "” không thể trực thuộc “" + parent
                        + "”: hai đơn vị thành vòng; hãy sửa đơn vị cấp trên (“" + unit + "” can't be below “" + parent
                        + "”, which is below it: mend the parent)");
    }
}
