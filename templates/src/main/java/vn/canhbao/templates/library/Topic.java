package vn.canhbao.templates.library;

/**
 * A form of online fraud.
 *
 * @param code {@code F01}–{@code F24}: of the handbook of 2023; {@code N…}: newer ones
 */
public record Topic(String code, String name) {}
