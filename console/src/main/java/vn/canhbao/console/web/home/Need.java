package vn.canhbao.console.web.home;

/**
 * Something that waits for the person.
 *
 * @param key of the sentence in the message files
 * @param values that it names
 * @param page where it is done
 * @param bad whether somebody was not reached, or will not be
 */
record Need(String key, Object[] values, String page, boolean bad) {

    static Need of(String key, String page, Object... values) {
        return new Need(key, values, page, false);
    }

    static Need trouble(String key, String page, Object... values) {
        return new Need(key, values, page, true);
    }
}
