/** What became of each campaign by unit, counted again and again while it changes. */
package vn.canhbao.scheduler.units;
