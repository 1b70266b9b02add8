package vn.canhbao.console.api;

import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.templates.channel.ReportingChannel;
import vn.canhbao.templates.channel.ReportingChannels;

/** Reporting channels: few, so never in pages. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelApi {

    private final ReportingChannels channels;

    ChannelApi(ReportingChannels channels) {
        this.channels = channels;
    }

    @GetMapping
    List<Channel> all() {
        return channels.all().stream().map(Channel::of).toList();
    }

    @GetMapping("/{code}")
    Channel one(@PathVariable String code) {
        return Channel.of(channels.get(code));
    }

    @PostMapping
    ResponseEntity<Channel> create(@RequestBody ChannelInput input, Principal actor) {
        ReportingChannel channel = channels.create(input.code(), input.name(), input.text(), actor.getName());
        return ResponseEntity.created(URI.create("/api/v1/channels/" + channel.code()))
                .body(Channel.of(channel));
    }

    @PutMapping("/{code}")
    Channel change(@PathVariable String code, @RequestBody ChannelInput input, Principal actor) {
        return Channel.of(channels.change(code, input.name(), input.text(), actor.getName()));
    }

    @PostMapping("/{code}/verify")
    Channel verify(@PathVariable String code, @RequestBody(required = false) Verified verified, Principal actor) {
        return Channel.of(channels.verify(code, verified == null ? null : verified.verifiedOn(), actor.getName()));
    }

    /** A channel as written; the code only where it is new. */
    record ChannelInput(String code, String name, String text) {}

    /** When it was tried; {@code null}: today. */
    record Verified(LocalDate verifiedOn) {}

    /** A channel; {@code placeholder} is what stands for it in texts. */
    record Channel(
            String code,
            String placeholder,
            String name,
            String text,
            LocalDate verifiedOn,
            String verifiedBy,
            String changedBy,
            OffsetDateTime changedAt) {

        static Channel of(ReportingChannel channel) {
            return new Channel(
                    channel.code(),
                    "{{" + channel.placeholder() + "}}",
                    channel.name(),
                    channel.text(),
                    channel.verifiedOn(),
                    channel.verifiedBy(),
                    channel.changedBy(),
                    LocalTimes.of(channel.changedAt()));
        }
    }
}
