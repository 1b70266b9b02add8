package vn.canhbao.console.web;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.canhbao.console.security.Account;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.Accounts;
import vn.canhbao.console.security.Role;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.core.problem.ConflictingState;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;

/** Everybody's accounts, for administrators. A one-time password is shown on the page that follows, and only there. */
@Controller
class AccountPages {

    private static final int PAGE = 100;

    private final AccountDesk desk;
    private final Accounts accounts;
    private final ConsoleSessions sessions;

    AccountPages(AccountDesk desk, Accounts accounts, ConsoleSessions sessions) {
        this.desk = desk;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/accounts")
    String all(@RequestParam(required = false) String after, Model model) {
        List<Account> found = accounts.page(after, PAGE + 1);
        List<Account> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("accounts", shown);
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().username() : null);
        model.addAttribute("units", accounts.units());
        return "accounts";
    }

    @PostMapping("/accounts")
    ModelAndView create(
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(required = false) Long unitId,
            Principal admin,
            Model model,
            RedirectAttributes once) {
        try {
            String password = desk.create(username, displayName, roles, unitId, admin.getName());
            once.addFlashAttribute("oneTimePassword", password);
            return new ModelAndView("redirect:/accounts/" + username);
        } catch (InvalidInput invalid) {
            return listAgain(HttpStatus.BAD_REQUEST, invalid.problems(), model);
        } catch (ConflictingState taken) {
            return listAgain(HttpStatus.CONFLICT, List.of(new FieldProblem("username", taken.getMessage())), model);
        }
    }

    @GetMapping("/accounts/{username}")
    ModelAndView one(@PathVariable String username) {
        ModelAndView page = new ModelAndView("account-admin");
        page.addObject("account", desk.get(username));
        page.addObject("waits", desk.waits(username));
        page.addObject("units", accounts.units());
        page.addObject("sessions", sessions.of(username));
        return page;
    }

    @PostMapping("/accounts/{username}")
    ModelAndView change(
            @PathVariable String username,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(required = false) Long unitId,
            Principal admin,
            RedirectAttributes once) {
        try {
            desk.change(username, displayName, roles, unitId, admin.getName());
            return done(username, "account.changed", once);
        } catch (InvalidInput invalid) {
            ModelAndView again = one(username);
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    @PostMapping("/accounts/{username}/disable")
    ModelAndView disable(@PathVariable String username, Principal admin, RedirectAttributes once) {
        desk.disable(username, admin.getName());
        return done(username, "account.disabled", once);
    }

    @PostMapping("/accounts/{username}/enable")
    ModelAndView enable(@PathVariable String username, Principal admin, RedirectAttributes once) {
        desk.enable(username, admin.getName());
        return done(username, "account.enabled", once);
    }

    @PostMapping("/accounts/{username}/reset-password")
    ModelAndView resetPassword(@PathVariable String username, Principal admin, RedirectAttributes once) {
        once.addFlashAttribute("oneTimePassword", desk.resetPassword(username, admin.getName()));
        return new ModelAndView("redirect:/accounts/" + username);
    }

    @PostMapping("/accounts/{username}/unlock")
    ModelAndView unlock(@PathVariable String username, Principal admin, RedirectAttributes once) {
        desk.unlock(username, admin.getName());
        return done(username, "account.unlocked", once);
    }

    @PostMapping("/accounts/{username}/remove-second-factor")
    ModelAndView removeSecondFactor(@PathVariable String username, Principal admin, RedirectAttributes once) {
        desk.removeSecondFactor(username, admin.getName());
        return done(username, "account.secondFactorRemoved", once);
    }

    @PostMapping("/accounts/{username}/end-sessions")
    ModelAndView endSessions(@PathVariable String username, Principal admin, RedirectAttributes once) {
        desk.endSessions(username, null, admin.getName());
        return done(username, "account.sessionsEnded", once);
    }

    private static ModelAndView done(String username, String message, RedirectAttributes once) {
        once.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/accounts/" + username);
    }

    private ModelAndView listAgain(HttpStatus status, List<FieldProblem> problems, Model model) {
        ModelAndView again = new ModelAndView(all(null, model), status);
        again.addObject("errors", problems);
        return again;
    }
}
