package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
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
import vn.canhbao.console.security.SecondStep;
import vn.canhbao.console.security.SecuritySettings;
import vn.canhbao.console.security.SignIn;
import vn.canhbao.console.security.session.ConsoleSessions;
import vn.canhbao.console.security.token.ApiTokens;
import vn.canhbao.console.security.token.Scope;
import vn.canhbao.console.security.totp.SecondFactors;
import vn.canhbao.core.problem.InvalidInput;

/** A person's own account: password, second factor, API tokens, where they are signed in. */
@Controller
class OwnAccountPages {

    private final AccountDesk desk;
    private final SecondFactors secondFactors;
    private final SecondStep secondStep;
    private final ApiTokens tokens;
    private final ConsoleSessions sessions;
    private final SignIn signIn;
    private final SecuritySettings settings;
    private final Clock clock;

    OwnAccountPages(
            AccountDesk desk,
            SecondFactors secondFactors,
            SecondStep secondStep,
            ApiTokens tokens,
            ConsoleSessions sessions,
            SignIn signIn,
            SecuritySettings settings,
            Clock clock) {
        this.desk = desk;
        this.secondFactors = secondFactors;
        this.secondStep = secondStep;
        this.tokens = tokens;
        this.sessions = sessions;
        this.signIn = signIn;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/account")
    ModelAndView own(Principal person, HttpServletRequest request) {
        Account account = desk.get(person.getName());
        ModelAndView page = new ModelAndView("account");
        page.addObject("account", account);
        page.addObject("secondFactorSetting", settings.secondFactor());
        page.addObject("recoveryCodesLeft", secondFactors.recoveryCodesLeft(account.username()));
        page.addObject("tokens", tokens.of(account.username()));
        page.addObject("sessions", sessions.of(account.username()));
        page.addObject("thisSession", signIn.sessionId(request));
        page.addObject("now", clock.instant());
        return page;
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String repeated,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes once) {
        try {
            desk.changePassword(person.getName(), current, password, repeated, signIn.sessionId(request));
            once.addFlashAttribute("done", "own.passwordChanged");
            return new ModelAndView("redirect:/account");
        } catch (InvalidInput invalid) {
            return again(invalid, person, request);
        }
    }

    @GetMapping("/account/second-factor")
    String enrol(Principal person, Model model) {
        if (desk.get(person.getName()).secondFactor()) {
            return "redirect:/account";
        }
        Enrolment.show(secondFactors.begin(person.getName()), person.getName(), "/account/second-factor", model);
        return "second-factor";
    }

    @PostMapping("/account/second-factor")
    String confirm(@RequestParam String code, Principal person, HttpServletRequest request, Model model) {
        List<String> recoveryCodes = secondStep.enrol(person.getName(), code, request);
        if (recoveryCodes.isEmpty()) {
            model.addAttribute("wrong", true);
            return enrol(person, model);
        }
        return showCodes(recoveryCodes, model);
    }

    @PostMapping("/account/second-factor/remove")
    ModelAndView remove(
            @RequestParam String code, Principal person, HttpServletRequest request, RedirectAttributes once) {
        try {
            secondStep.remove(code, request);
            once.addFlashAttribute("done", "own.secondFactorRemoved");
            return new ModelAndView("redirect:/account");
        } catch (InvalidInput invalid) {
            return again(invalid, person, request);
        }
    }

    @PostMapping("/account/second-factor/recovery-codes")
    ModelAndView newRecoveryCodes(@RequestParam String code, Principal person, HttpServletRequest request) {
        try {
            ModelAndView page = new ModelAndView("recovery-codes");
            page.addObject("codes", secondStep.newRecoveryCodes(code, request));
            page.addObject("next", "/account");
            return page;
        } catch (InvalidInput invalid) {
            return again(invalid, person, request);
        }
    }

    @PostMapping("/account/tokens")
    ModelAndView createToken(
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<Scope> scopes,
            @RequestParam int days,
            Principal person,
            HttpServletRequest request,
            RedirectAttributes once) {
        try {
            once.addFlashAttribute(
                    "newToken",
                    tokens.create(person.getName(), name, scopes, days).secret());
            return new ModelAndView("redirect:/account");
        } catch (InvalidInput invalid) {
            return again(invalid, person, request);
        }
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revokeToken(@PathVariable long id, Principal person, RedirectAttributes once) {
        tokens.revoke(id, person.getName(), person.getName());
        once.addFlashAttribute("done", "own.tokenRevoked");
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end")
    String endOthers(Principal person, HttpServletRequest request, RedirectAttributes once) {
        desk.endSessions(person.getName(), signIn.sessionId(request), person.getName());
        once.addFlashAttribute("done", "own.sessionsEnded");
        return "redirect:/account";
    }

    private static String showCodes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("next", "/account");
        return "recovery-codes";
    }

    private ModelAndView again(InvalidInput invalid, Principal person, HttpServletRequest request) {
        ModelAndView again = own(person, request);
        again.setStatus(HttpStatus.BAD_REQUEST);
        again.addObject("errors", invalid.problems());
        return again;
    }
}
