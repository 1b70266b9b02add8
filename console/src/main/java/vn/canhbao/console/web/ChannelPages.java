package vn.canhbao.console.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.canhbao.core.ClockConfiguration;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.templates.channel.ReportingChannels;

/** Reporting channels, with the button of whoever has tried one. */
@Controller
@RequestMapping("/channels")
class ChannelPages {

    private final ReportingChannels channels;
    private final int validDays;
    private final Clock clock;

    ChannelPages(
            ReportingChannels channels,
            @Value("${canhbao.templates.lint.channel-valid-days:180}") int validDays,
            Clock clock) {
        this.channels = channels;
        this.validDays = validDays;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all() {
        return page(List.of());
    }

    @PostMapping
    ModelAndView create(
            @RequestParam String code, @RequestParam String name, @RequestParam String text, Principal actor) {
        return done(() -> channels.create(code, name, text, actor.getName()));
    }

    @PostMapping("/{code}")
    ModelAndView change(
            @PathVariable String code, @RequestParam String name, @RequestParam String text, Principal actor) {
        return done(() -> channels.change(code, name, text, actor.getName()));
    }

    @PostMapping("/{code}/verify")
    ModelAndView verify(@PathVariable String code, Principal actor) {
        return done(() -> channels.verify(code, null, actor.getName()));
    }

    private ModelAndView done(Runnable command) {
        try {
            command.run();
            return new ModelAndView("redirect:/channels");
        } catch (InvalidInput invalid) {
            return page(invalid.problems());
        }
    }

    private ModelAndView page(List<FieldProblem> problems) {
        ModelAndView page = new ModelAndView("channels", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("channels", channels.all());
        page.addObject(
                "oldest",
                LocalDate.ofInstant(clock.instant(), ClockConfiguration.LOCAL).minusDays(validDays));
        page.addObject("errors", problems.isEmpty() ? null : problems);
        return page;
    }
}
