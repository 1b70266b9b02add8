/**
 * {@code ./canhbao demo}: the whole way from a file of recipients to a report, through the REST API that scripts use.
 * {@code Demo} tells the story, {@code DemoImport} its first half, {@code DemoClient} calls, {@code DemoTable} prints.
 */
package vn.canhbao.console.demo;
