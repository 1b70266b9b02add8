package vn.canhbao.console.api;

import org.springframework.stereotype.Component;
import vn.canhbao.core.statistics.Reconciliation;
import vn.canhbao.core.statistics.TallyCheck;

/** Begins a full count that somebody asks for; it runs in the background. */
@Component
public class CheckStart {

    private final Reconciliation reconciliation;

    CheckStart(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    public TallyCheck begin(String person) {
        TallyCheck begun = reconciliation.begin(person);
        Thread.ofVirtual().name("statistics-check-" + begun.id()).start(() -> reconciliation.run(begun));
        return begun;
    }
}
