package vn.canhbao.core.campaign;

import java.util.Optional;

/** What the forms of fraud are called that templates warn of. */
@FunctionalInterface
public interface TopicNames {

    /** The name of a code ({@code F07}); empty for one that isn't known. */
    Optional<String> nameOf(String code);
}
