/** What H2 and MySQL do differently, side by side, and the UTC rule for every DATETIME column. */
package vn.canhbao.core.db;
