/** The pages: Thymeleaf templates, live parts by htmx. Vietnamese first, English by {@code ?lang=en}. */
package vn.canhbao.console.web;
