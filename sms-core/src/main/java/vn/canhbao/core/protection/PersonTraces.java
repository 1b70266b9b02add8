package vn.canhbao.core.protection;

import java.util.List;
import vn.canhbao.core.recipient.NumberForms;

/** Traces of a person in a place that another module keeps: files. */
public interface PersonTraces {

    /** Why they can't be erased now, in words for people; empty where they can. */
    List<String> inUse(NumberForms number);

    /** Erases them; again does nothing. */
    void erase(NumberForms number);
}
