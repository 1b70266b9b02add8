package vn.canhbao.gateway.link;

import java.util.List;
import org.springframework.stereotype.Component;

/** All links, for pages, REST, health and the demo. */
@Component
public class Links {

    /** By name. */
    public List<LinkState> all() {
        return List.of();
    }
}
