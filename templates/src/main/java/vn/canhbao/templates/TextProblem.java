package vn.canhbao.templates;

/**
 * Something in a text that can't be read.
 *
 * @param position where, from 0
 */
record TextProblem(int position, String problem) {

    /** In one line, the position as people count: from 1. */
    String message() {
        return "vị trí " + (position + 1) + ": " + problem;
    }
}
