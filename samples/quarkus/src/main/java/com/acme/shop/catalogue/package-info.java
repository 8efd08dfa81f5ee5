/** What the shop sells. */
package com.acme.shop.catalogue;
