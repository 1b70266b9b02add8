package vn.canhbao.core.recipient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.canhbao.core.audit.AuditTrail;
import vn.canhbao.core.db.Remembered;
import vn.canhbao.core.db.Utc;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.problem.NotFound;

/** Units are created, renamed and moved here; the tree never gets a loop. */
@Component
@Transactional
public class UnitDesk {

    private static final long ALL_UNITS = 0;

    private static final int NAME_LENGTH = 200;
    private static final String SELECT = "SELECT id, name, kind, parent_id, head_name, head_msisdn FROM unit ";

    private final JdbcClient jdbc;
    private final UnitTree tree;
    private final Operators operators;
    private final AuditTrail audit;
    private final Clock clock;

    /** Two millions of people take half a second to count. */
    private final Remembered<Map<Long, Long>> peopleOfUnits;

    public UnitDesk(JdbcClient jdbc, UnitTree tree, Operators operators, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
        peopleOfUnits = new Remembered<>(any -> countPeople(), clock);
    }

    /** The unit, or {@link NotFound}. */
    @Transactional(readOnly = true)
    public Unit get(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(UnitDesk::unit)
                .optional()
                .orElseThrow(() -> new NotFound("Không có đơn vị số " + id + " (no unit " + id + ")"));
    }

    /** All units by name, without counting anybody. */
    @Transactional(readOnly = true)
    public List<Unit> all() {
        return jdbc.sql(SELECT + "ORDER BY name").query(UnitDesk::unit).list();
    }

    /** All units, each followed by those below it, with their numbers of people. */
    @Transactional(readOnly = true)
    public List<UnitNode> tree() {
        Map<Long, List<Unit>> children = new HashMap<>();
        jdbc.sql(SELECT + "ORDER BY name")
                .query(UnitDesk::unit)
                .list()
                .forEach(unit -> children.computeIfAbsent(unit.parentId(), parent -> new ArrayList<>())
                        .add(unit));
        Map<Long, Long> people = peopleOfUnits.get(ALL_UNITS).value();
        List<UnitNode> nodes = new ArrayList<>();
        children.getOrDefault(null, List.of()).forEach(unit -> add(nodes, unit, 0, children, people));
        return nodes;
    }

    private Map<Long, Long> countPeople() {
        Map<Long, Long> people = new HashMap<>();
        jdbc.sql(
                        "SELECT unit_id, COUNT(*) FROM recipient WHERE unit_id IS NOT NULL AND erased_at IS NULL GROUP BY unit_id")
                .query((row, n) -> people.put(row.getLong(1), row.getLong(2)))
                .list();
        return people;
    }

    private static long add(
            List<UnitNode> nodes, Unit unit, int depth, Map<Long, List<Unit>> children, Map<Long, Long> people) {
        int place = nodes.size();
        nodes.add(null);
        long own = people.getOrDefault(unit.id(), 0L);
        long below = own;
        for (Unit child : children.getOrDefault(unit.id(), List.of())) {
            below += add(nodes, child, depth + 1, children, people);
        }
        nodes.set(place, new UnitNode(unit, depth, own, below));
        return below;
    }

    /** A new unit, its kind read from its name; at the top where {@code parentId} is {@code null}. */
    public Unit create(String name, Long parentId, String actor) {
        String clean = clean(name);
        requireExisting(parentId);
        var key = new GeneratedKeyHolder();
        try {
            jdbc.sql("INSERT INTO unit (name, kind, parent_id, created_at) VALUES (?, ?, ?, ?)")
                    .params(clean, UnitKind.of(clean).name(), parentId, Utc.column(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            throw taken(clean);
        }
        long id = key.getKey().longValue();
        audit.record(actor, "UNIT_CREATED", "unit " + id, clean);
        return get(id);
    }

    /** Renames and moves in one step, as far as either is new. */
    public Unit change(long id, String name, Long parentId, String actor) {
        Unit before = get(id);
        if (!before.name().equals(clean(name))) {
            rename(id, name, actor);
        }
        return Objects.equals(before.parentId(), parentId) ? get(id) : move(id, parentId, actor);
    }

    public Unit rename(long id, String name, String actor) {
        Unit before = get(id);
        String clean = clean(name);
        try {
            jdbc.sql("UPDATE unit SET name = ?, kind = ? WHERE id = ?")
                    .params(clean, UnitKind.of(clean).name(), id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw taken(clean);
        }
        audit.record(actor, "UNIT_RENAMED", "unit " + id, before.name() + " → " + clean);
        return get(id);
    }

    /** Under another unit, with all below it; to the top where {@code parentId} is {@code null}. */
    public Unit move(long id, Long parentId, String actor) {
        // All rows: two moves at once, each harmless, could close a loop together.
        jdbc.sql("SELECT id FROM unit ORDER BY id FOR UPDATE").query(Long.class).list();
        Unit moved = get(id);
        requireExisting(parentId);
        if (parentId != null && tree.withSubUnits(List.of(id)).contains(parentId)) {
            String parent = get(parentId).name();
            throw InvalidInput.of(
                    "parentId",
                    parentId == id
                            ? "một đơn vị không thể trực thuộc chính nó; chọn đơn vị khác (a unit can't be below itself: choose another)"
                            : "“" + parent + "” đang trực thuộc “" + moved.name()
                                    + "”, đặt như vậy thành vòng; chuyển “" + parent
                                    + "” ra trước hoặc chọn đơn vị khác (that unit is below this one, which would make a loop: move it out first or choose another)");
        }
        jdbc.sql("UPDATE unit SET parent_id = ? WHERE id = ?")
                .params(parentId, id)
                .update();
        audit.record(actor, "UNIT_MOVED", "unit " + id, "→ " + (parentId == null ? "-" : "unit " + parentId));
        return get(id);
    }

    /** Who answers for the unit; both {@code null} or blank: nobody. */
    public Unit headedBy(long id, String name, String number, String actor) {
        Unit before = get(id);
        String headName = name == null || name.isBlank() ? null : clean(name);
        String msisdn = number == null || number.isBlank() ? null : mobile(number);
        if (!Objects.equals(before.headName(), headName) || !Objects.equals(before.headMsisdn(), msisdn)) {
            jdbc.sql("UPDATE unit SET head_name = ?, head_msisdn = ? WHERE id = ?")
                    .params(headName, msisdn, id)
                    .update();
            audit.record(actor, "UNIT_HEAD_CHANGED", "unit " + id, headName);
        }
        return get(id);
    }

    private String mobile(String number) {
        return switch (new MsisdnParser(operators.prefixes()).parse(number)) {
            case ParsedMsisdn.Mobile mobile -> mobile.msisdn().digits();
            case ParsedMsisdn.Refused refused ->
                throw InvalidInput.of(
                        "headMsisdn", "số của trưởng đơn vị: " + refused.reason() + " (the head's number is refused)");
        };
    }

    private void requireExisting(Long parentId) {
        if (parentId != null
                && jdbc.sql("SELECT COUNT(*) FROM unit WHERE id = ?")
                                .param(parentId)
                                .query(Long.class)
                                .single()
                        == 0) {
            throw InvalidInput.of(
                    "parentId",
                    "không có đơn vị số " + parentId + "; bỏ trống để đặt ở cấp cao nhất (no unit " + parentId
                            + ": leave it out for the top)");
        }
    }

    private static String clean(String name) {
        String clean = name == null ? "" : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
            throw InvalidInput.of("name", "nhập tên đơn vị, nhiều nhất 200 ký tự (a name, at most 200 characters)");
        }
        return clean;
    }

    private static InvalidInput taken(String name) {
        return InvalidInput.of(
                "name", "Đã có đơn vị tên “" + name + "”, hãy chọn tên khác (this name is taken, choose another)");
    }

    private static Unit unit(ResultSet row, int n) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getObject("parent_id", Long.class),
                row.getString("head_name"),
                row.getString("head_msisdn"));
    }
}
