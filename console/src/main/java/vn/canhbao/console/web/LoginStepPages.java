package vn.canhbao.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.console.security.AccountDesk;
import vn.canhbao.console.security.SecondStep;
import vn.canhbao.console.security.SignIn;
import vn.canhbao.console.security.totp.SecondFactors;
import vn.canhbao.core.problem.InvalidInput;

/** What may stand between the password and the console: a code, a new password, enrolling the second factor. */
@Controller
class LoginStepPages {

    private final SecondStep secondStep;
    private final SecondFactors secondFactors;
    private final AccountDesk desk;
    private final SignIn signIn;

    LoginStepPages(SecondStep secondStep, SecondFactors secondFactors, AccountDesk desk, SignIn signIn) {
        this.secondStep = secondStep;
        this.secondFactors = secondFactors;
        this.desk = desk;
        this.signIn = signIn;
    }

    @GetMapping("/login/code")
    String code() {
        return "login-code";
    }

    @PostMapping("/login/code")
    ModelAndView enter(@RequestParam String code, HttpServletRequest request) {
        return switch (secondStep.enter(code, request)) {
            case SecondStep.Outcome.Accepted accepted -> new ModelAndView("redirect:/");
            case SecondStep.Outcome.Wrong wrong -> {
                ModelAndView again = new ModelAndView("login-code", HttpStatus.BAD_REQUEST);
                again.addObject("wrong", true);
                yield again;
            }
            case SecondStep.Outcome.MustWait wait -> {
                ModelAndView later = new ModelAndView("login-code", HttpStatus.TOO_MANY_REQUESTS);
                later.addObject("wait", wait.remaining().plusSeconds(59).toMinutes());
                yield later;
            }
        };
    }

    @GetMapping("/login/new-password")
    String newPassword() {
        return "login-new-password";
    }

    @PostMapping("/login/new-password")
    ModelAndView changePassword(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String repeated,
            Principal person,
            HttpServletRequest request) {
        try {
            desk.changePassword(person.getName(), current, password, repeated, signIn.sessionId(request));
            return new ModelAndView("redirect:/");
        } catch (InvalidInput invalid) {
            ModelAndView again = new ModelAndView("login-new-password", HttpStatus.BAD_REQUEST);
            again.addObject("errors", invalid.problems());
            return again;
        }
    }

    @GetMapping("/login/second-factor")
    String enrol(Principal person, Model model) {
        Enrolment.show(secondFactors.begin(person.getName()), person.getName(), "/login/second-factor", model);
        return "second-factor";
    }

    @PostMapping("/login/second-factor")
    String confirm(@RequestParam String code, Principal person, HttpServletRequest request, Model model) {
        List<String> recoveryCodes = secondStep.enrol(person.getName(), code, request);
        if (recoveryCodes.isEmpty()) {
            model.addAttribute("wrong", true);
            return enrol(person, model);
        }
        model.addAttribute("codes", recoveryCodes);
        model.addAttribute("next", "/");
        return "recovery-codes";
    }
}
