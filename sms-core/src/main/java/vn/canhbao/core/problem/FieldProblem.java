package vn.canhbao.core.problem;

/** One thing wrong with one field of an input, in words that say how to mend it. */
public record FieldProblem(String field, String message) {}
