/** What customers ordered. */
package com.acme.shop.orders;
