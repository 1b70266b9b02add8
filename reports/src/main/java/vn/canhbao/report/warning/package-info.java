/** Warnings for the public: CAP 1.2 alerts, the Atom feed of what was sent, and the leaflet, so that anybody can check that an SMS was genuine. */
package vn.canhbao.report.warning;
