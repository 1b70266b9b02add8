package vn.canhbao.core.recipient;

/** A named list of recipients; {@code size} is the number of its members. */
public record RecipientList(long id, String name, long size) {}
