package vn.canhbao.console.web.campaign;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.canhbao.core.history.MessageStories;

/** Everything that is known of one message. */
@Controller
class StoryPage {

    private final MessageStories stories;

    StoryPage(MessageStories stories) {
        this.stories = stories;
    }

    @GetMapping("/messages/{id}")
    String story(@PathVariable long id, Model model) {
        var story = stories.of(id);
        model.addAttribute("story", story);
        model.addAttribute("events", StoryEvent.of(story));
        return "message";
    }
}
