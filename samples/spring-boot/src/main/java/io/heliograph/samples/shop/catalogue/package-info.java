/** What the shop sells. */
package io.heliograph.samples.shop.catalogue;
