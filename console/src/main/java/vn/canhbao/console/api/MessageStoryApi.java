package vn.canhbao.console.api;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.console.security.MaskedMsisdn;
import vn.canhbao.console.security.Role;
import vn.canhbao.core.history.MessageStories;
import vn.canhbao.core.history.MessageStory;

/** One message's story for scripts, instants in UTC; numbers as the reader may see them. */
@RestController
class MessageStoryApi {

    private final MessageStories stories;

    MessageStoryApi(MessageStories stories) {
        this.stories = stories;
    }

    @GetMapping("/api/v1/messages/{id}")
    MessageStory story(@PathVariable long id, Authentication person) {
        MaskedMsisdn shown = MaskedMsisdn.forRoles(Role.of(person));
        return stories.of(id).withNumbers(shown::show, shown::showIn);
    }
}
