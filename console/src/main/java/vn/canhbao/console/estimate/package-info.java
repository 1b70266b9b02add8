/** A campaign's estimate with its cost by the tariffs and its time by the links' rates: {@code EstimateReader}. */
package vn.canhbao.console.estimate;
