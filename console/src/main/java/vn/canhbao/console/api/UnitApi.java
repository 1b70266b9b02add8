package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.recipient.Unit;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitKind;
import vn.canhbao.core.recipient.UnitNode;

/** Units as a tree. */
@RestController
@RequestMapping("/api/v1/units")
class UnitApi {

    private final UnitDesk desk;

    UnitApi(UnitDesk desk) {
        this.desk = desk;
    }

    /** All of them, each followed by those below it. */
    @GetMapping
    List<Node> tree() {
        return desk.tree().stream().map(Node::of).toList();
    }

    @GetMapping("/{id}")
    Unit one(@PathVariable long id, Authentication person) {
        Unit unit = desk.get(id);
        String head = MaskedMsisdn.forRoles(Role.of(person)).show(unit.headMsisdn());
        return new Unit(unit.id(), unit.name(), unit.kind(), unit.parentId(), unit.headName(), head);
    }

    @PostMapping
    @Transactional
    ResponseEntity<Unit> create(@RequestBody UnitInput input, Principal actor) {
        Unit created = desk.create(input.name(), input.parentId(), actor.getName());
        Unit unit = desk.headedBy(created.id(), input.headName(), input.headMsisdn(), actor.getName());
        return ResponseEntity.created(URI.create("/api/v1/units/" + unit.id())).body(unit);
    }

    /** Renames and moves: a {@code parentId} that is left out means the top, a head that is left out nobody. */
    @PutMapping("/{id}")
    @Transactional
    Unit change(@PathVariable long id, @RequestBody UnitInput input, Principal actor) {
        desk.change(id, input.name(), input.parentId(), actor.getName());
        return desk.headedBy(id, input.headName(), input.headMsisdn(), actor.getName());
    }

    /** {@code {"name":"…","parentId":3,"headName":"…","headMsisdn":"0912…"}}. */
    record UnitInput(String name, Long parentId, String headName, String headMsisdn) {}

    /** A unit in its place, with the people of it alone and with those below it. */
    record Node(long id, String name, UnitKind kind, Long parentId, int depth, long people, long peopleBelow) {

        static Node of(UnitNode node) {
            return new Node(
                    node.unit().id(),
                    node.unit().name(),
                    node.unit().kind(),
                    node.unit().parentId(),
                    node.depth(),
                    node.people(),
                    node.peopleBelow());
        }
    }
}
