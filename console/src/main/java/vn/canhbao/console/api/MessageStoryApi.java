package vn.canhbao.console.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.canhbao.core.history.MessageStories;
import vn.canhbao.core.history.MessageStory;

/** One message's story for scripts, instants in UTC; full numbers, as in the list of messages. */
@RestController
class MessageStoryApi {

    private final MessageStories stories;

    MessageStoryApi(MessageStories stories) {
        this.stories = stories;
    }

    @GetMapping("/api/v1/messages/{id}")
    MessageStory story(@PathVariable long id) {
        return stories.of(id);
    }
}
