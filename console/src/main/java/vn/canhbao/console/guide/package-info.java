/** The guide for people of each role, read from docs/huong-dan as it was when this was built. */
package vn.canhbao.console.guide;
