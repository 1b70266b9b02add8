package vn.canhbao.core.campaign;

import java.util.List;

/** A rule that every drafted text must pass; other modules bring theirs. */
public interface TextRule {

    /** What is wrong with the text and how to mend it; empty where nothing is. */
    List<String> problems(String text);
}
