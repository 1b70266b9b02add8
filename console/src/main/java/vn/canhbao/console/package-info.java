/** The runnable application: commands, REST API, pages and security over the other modules. */
package vn.canhbao.console;
